import {defineOnce} from '../parts/define-once.js';
import {QuickExitElement} from './quick-exit-element.js';

defineOnce('baken-quick-exit', QuickExitElement);
