// First, so that what is around the button can answer it.
import './gemeente.js';

import '@baken/elements/quick-exit/define';

export {QuickExitElement} from '@baken/elements/quick-exit';
