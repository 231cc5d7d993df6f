import {registerLoadContacts} from '@baken/elements/services';

import {loadContacts} from './load-contacts.js';

// First, so that a card can ask as soon as it is defined.
registerLoadContacts(loadContacts);

export {ContactCardElement} from '@baken/elements/contact-card';
import '@baken/elements/contact-card/define';
