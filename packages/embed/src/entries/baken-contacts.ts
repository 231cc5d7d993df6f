// The shipped file with the contact card, for residents: a page with only the form does not fetch it.
import '../contact-card.js';

import {allowAlso, bootstrap} from '../bootstrap.js';
import {cardAttributes} from '../card-attributes.js';

allowAlso(['contact-card'], cardAttributes);
bootstrap();
