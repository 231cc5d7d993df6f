// The shipped file with only the report button: it loads `baken.js` when a visitor wants the form.
import {registerFormLoader} from '@baken/elements/report-button';
import '@baken/elements/report-button/define';

import {bootstrap} from '../bootstrap.js';
import {loadScript} from '../load-script.js';

declare const __BAKEN_JS_INTEGRITY__: string;

registerFormLoader(() => loadScript('baken.js', __BAKEN_JS_INTEGRITY__));
bootstrap();
