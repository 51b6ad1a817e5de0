/** What an organisation of the partnership is. */
export const partnerKinds = {
  council: 'Council',
  health: 'Health',
  voluntary: 'Charity or community group',
  housing: 'Housing',
  emergency: 'Emergency service',
  other: 'Something else',
} as const;

export type PartnerKind = keyof typeof partnerKinds;
