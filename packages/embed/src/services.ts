import {registerServices} from '@baken/elements/services';
import {deliver} from '@baken/transport/deliver';
import {sealSignal} from '@baken/transport/envelope';

import {loadGemeente, translateGemeente} from './load-gemeente.js';

registerServices({load: loadGemeente, translate: translateGemeente, seal: sealSignal, deliver});
