import {registerFormLoader, ReportButtonElement} from '@baken/elements/report-button';
import '@baken/elements/report-button/define';

registerFormLoader(() => import('./signal-form.js'));

export {ReportButtonElement};
