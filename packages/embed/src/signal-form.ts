// First, so that what is around the form can answer it.
import './gemeente.js';

import '@baken/elements/signal-form/define';

export {SignalFormElement} from '@baken/elements/signal-form';
