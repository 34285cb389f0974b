// Loaded into VS Code's server before its own code: it ends when the process that started it is gone, even by SIGKILL.
import process from 'node:process';
import { setInterval } from 'node:timers';

const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(), 500).unref();
