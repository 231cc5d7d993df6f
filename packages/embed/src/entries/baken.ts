// The shipped file with the form, the leave button and their provider, which comes first, so that it can answer them.
// The report button is not in it: a page with one loads `baken-button.js`, which loads this file when it is wanted.
import '../gemeente.js';

import '@baken/elements/quick-exit/define';
import '@baken/elements/signal-form/define';

import {bootstrap} from '../bootstrap.js';

bootstrap();
