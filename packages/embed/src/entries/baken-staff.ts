// The shipped file for the intranet: every widget, with the provider first, so that it can answer them.
// It holds no word and no sign for staff: those are in the staff file of a gemeente.
import '../staff.js';
import '../contact-card.js';
import '../receiving-form.js';

import {registerFormLoader} from '@baken/elements/report-button';
import '@baken/elements/meldroute-wizard/define';
import '@baken/elements/quick-exit/define';
import '@baken/elements/report-button/define';
import '@baken/elements/risk-checklist/define';

import {allowAlso, bootstrap} from '../bootstrap.js';
import {cardAttributes} from '../card-attributes.js';

// The form is in this file.
registerFormLoader(() => Promise.resolve());
allowAlso(['contact-card', 'meldroute-wizard', 'risk-checklist'], [...cardAttributes, 'practice']);
bootstrap();
