import Mocha from 'mocha';
import { SuiteReporter } from '../../run/suiteReporter';

// A reporter need only listen; mocha's type asks for one that is derived from its own, which needs a terminal.
const reporter = SuiteReporter as unknown as Mocha.ReporterConstructor;

/** The suite of all host tests. To be imported before them: it makes `describe` and `it`. */
export const suite = new Mocha({ ui: 'bdd', timeout: 30_000, reporter });
suite.suite.emit('pre-require', globalThis, '', suite);
