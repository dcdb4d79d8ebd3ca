import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { objectIdentifier, sequence, set, tagged } from './der';

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const HOST = 'localhost';

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const VERSION_FIELD = 0xa0;
const EXTENSIONS_FIELD = 0xa3;
const DNS_NAME = 0x82;

const DAY_MS = 86_400_000;
/** No Terraform run lasts longer. */
const VALID_DAYS = 30;

/** A key that lives as long as the process, and the certificate that the other side is told to trust. */
export interface Certificate {
  readonly der: Uint8Array;
  readonly certificatePem: string;
  readonly keyPem: string;
}

/**
 * A self-signed certificate for `localhost` with a new P-256 key; nothing of it is ever stored. Node can read
 * certificates but not issue them; docs/decisions.md says why no library does it here.
 */
export function createCertificate(now = new Date()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(objectIdentifier(ECDSA_WITH_SHA256));
  const host = Buffer.from(HOST);
  const name = sequence(set(sequence(objectIdentifier(COMMON_NAME), tagged(UTF8_STRING, host))));
  const hosts = sequence(tagged(DNS_NAME, host));
  const body = sequence(
    tagged(VERSION_FIELD, tagged(INTEGER, Buffer.from([2]))),
    tagged(INTEGER, serialNumber()),
    algorithm,
    name,
    sequence(utcTime(now, -1), utcTime(now, VALID_DAYS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      EXTENSIONS_FIELD,
      sequence(sequence(objectIdentifier(SUBJECT_ALTERNATIVE_NAME), tagged(OCTET_STRING, hosts))),
    ),
  );
  const signature = tagged(BIT_STRING, Buffer.from([0]), sign('sha256', body, privateKey));
  const der = sequence(body, algorithm, signature);
  return {
    der,
    certificatePem: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** Positive, and with no leading zero byte. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return bytes;
}

/** `YYMMDDhhmmssZ`, good until 2050. */
function utcTime(now: Date, days: number): Buffer {
  const text = new Date(now.getTime() + days * DAY_MS).toISOString();
  return tagged(UTC_TIME, Buffer.from(`${text.slice(2, 19).replace(/[-:T]/g, '')}Z`));
}
