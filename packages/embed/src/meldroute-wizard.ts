// First, so that what is around the wizard can answer it.
import './staff.js';

import '@baken/elements/meldroute-wizard/define';

export {MeldrouteWizardElement} from '@baken/elements/meldroute-wizard';
