import { PatientGuide } from '../../elements/patient-guide/patient-guide.js';
import { register } from '../register.js';

// A whole guide is made of all the other elements.
register();
export { PatientGuide };
