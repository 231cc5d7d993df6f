import {defineOnce} from '@baken/elements/parts/define-once';
import {ReceivingFormElement} from '@baken/elements/signal-form';

defineOnce('baken-signal-form', ReceivingFormElement);
