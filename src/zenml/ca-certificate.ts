import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SecureContext } from 'node:tls';
import { ZenmlError } from './zenml-error';

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates in a PEM text. Fails with `invalid` where there is none, or one cannot be read; the message repeats nothing of it. */
export function parseCertificates(pem: string): readonly string[] {
  const blocks = pem.match(BLOCK) ?? [];
  if (blocks.length === 0) throw refusal('holds none in PEM: "-----BEGIN CERTIFICATE-----" begins one');
  blocks.forEach((block, index) => {
    try {
      new X509Certificate(block);
    } catch {
      throw refusal(`cannot be read: number ${index + 1} of ${blocks.length} in it is damaged`);
    }
  });
  return blocks;
}

/** What connections trust: the certificates, and besides them what Node trusts by default. */
export async function trusting(certificates: readonly string[]): Promise<SecureContext> {
  const { createSecureContext, rootCertificates } = await import('node:tls');
  return createSecureContext({ ca: [...rootCertificates, ...extraCertificates(), ...certificates] });
}

/** Naming authorities puts these out of force, too. Node itself only warns of a file that it cannot read. */
function extraCertificates(): readonly string[] {
  const file = process.env.NODE_EXTRA_CA_CERTS;
  if (file === undefined || file === '') return [];
  try {
    return readFileSync(file, 'utf8').match(BLOCK) ?? [];
  } catch {
    return [];
  }
}

function refusal(reason: string): ZenmlError {
  return new ZenmlError(
    `No connection to ZenML can be made: the CA certificate ${reason}. Give the certificate of the authority that signed the server's, as PEM text.`,
    { code: 'invalid' },
  );
}
