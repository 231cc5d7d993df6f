export {ContactCardElement} from './contact-card-element.js';
