import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const server = process.env['LOANWRIGHT_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, proxy: { '/api': server } },
  build: {
    target: 'es2023',
    // Read and taken away by scripts/first-load.mjs.
    manifest: true,
    // Inlined assets would be data: addresses, which the content security policy of the server need not allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  test: {
    environment: 'jsdom',
    setupFiles: './src/testing/setup.ts',
    css: false,
    restoreMocks: true,
    // A machine that builds everything at once is slow, not wrong.
    testTimeout: 120_000,
    env: { TZ: 'America/Los_Angeles' },
  },
});
