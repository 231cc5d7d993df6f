import {defineOnce} from '../parts/define-once.js';
import {ContactCardElement} from './contact-card-element.js';

defineOnce('baken-contact-card', ContactCardElement);
