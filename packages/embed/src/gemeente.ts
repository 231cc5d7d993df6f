import './services.js';

import {defineOnce} from '@baken/elements/parts/define-once';

import {GemeenteElement} from './gemeente-element.js';

defineOnce('baken-gemeente', GemeenteElement);

export {GemeenteElement};
