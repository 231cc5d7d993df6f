// What every widget for staff needs around it: the provider, and a guard that also looks at what only staff may see.
import './gemeente.js';

import {guardCompiled} from '@baken/model/rules/guard';
import {guardStaff} from '@baken/model/rules/guard-staff';

import {guardWith} from './accept.js';

const hasStaff = (data: unknown): boolean => typeof data === 'object' && data !== null && 'staff' in data;

// The public file of a gemeente may stand on an intranet too, for the signal form.
guardWith((data) => (hasStaff(data) ? guardStaff(data) : guardCompiled(data)));
