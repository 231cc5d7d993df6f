export {registerFormLoader, ReportButtonElement} from './report-button-element.js';
