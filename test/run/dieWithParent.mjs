// Loaded into VS Code's server before its own code: the server ends when the process that started it does, even by
// SIGKILL. That process holds the other end of standard input.
import process from 'node:process';

process.stdin.on('close', () => process.exit()).on('error', () => process.exit());
process.stdin.resume();
