import {defineOnce} from '../parts/define-once.js';
import {ReportButtonElement} from './report-button-element.js';

defineOnce('baken-report-button', ReportButtonElement);
