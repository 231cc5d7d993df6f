// First, so that what is around the list can answer it.
import './staff.js';

import '@baken/elements/risk-checklist/define';

export {RiskChecklistElement} from '@baken/elements/risk-checklist';
