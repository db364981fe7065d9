import { serveProcess } from './lsp/stdio.ts';

serveProcess(process.argv.includes('--stdio') ? 'stdio' : 'ipc');
