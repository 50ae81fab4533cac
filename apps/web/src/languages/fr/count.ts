import { plural } from '../../app/language/plural';

export const count = plural('fr');
