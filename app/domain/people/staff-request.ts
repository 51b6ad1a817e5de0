/** What the functions about people need to know of a request: who asks, and from where. */
export interface Asker {
  viewer: {staffId: string; partnerId: string; partnershipId: string; sessionId: string};
  address?: string | null;
}

/** A form that was sent: also its number, so that it counts once, and the door it came through. */
export interface Sender extends Asker {
  submission: string;
  door: string;
}
