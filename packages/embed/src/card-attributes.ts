/** The attributes of a contact card, beside those that every widget has: `data-contact` in a `div` and so on. */
export const cardAttributes = ['contact', 'contact-role', 'heading-level'];
