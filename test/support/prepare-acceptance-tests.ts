import { ensureProvider } from './provider';
import { ensureServerTemplate } from './server-template';
import { ensureVenv } from './venv';

void (async () => {
  await ensureVenv();
  await ensureProvider();
  await ensureServerTemplate();
})();
