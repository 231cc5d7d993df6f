// The shipped file with all public widgets. The provider first, so that it can answer the widgets inside.
import '../gemeente.js';

import {registerFormLoader} from '@baken/elements/report-button';
import '@baken/elements/quick-exit/define';
import '@baken/elements/report-button/define';
import '@baken/elements/signal-form/define';

import {bootstrap} from '../bootstrap.js';

registerFormLoader(() => Promise.resolve());
bootstrap();
