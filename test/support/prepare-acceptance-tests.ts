import { ensureProvider } from './provider';
import { ensureVenv } from './venv';

void (async () => {
  await ensureVenv();
  await ensureProvider();
})();
