/** How to reach the people behind the demonstration site. Both are made up: from ranges kept for such use. */
export const teamContact = {phone: '01632 960000', email: 'hello@fingerpost.example'};
