export {QuickExitElement} from './quick-exit-element.js';
