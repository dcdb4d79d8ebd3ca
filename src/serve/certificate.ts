import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  id_ce_subjectAltName,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
/** The object identifier of P-256, encoded, as the parameters of a key are. */
const P256_PARAMETERS = Uint8Array.of(6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7);
const COMMON_NAME = '2.5.4.3';
const HOST = 'localhost';
const DAY_MS = 86_400_000;
/** No Terraform run lasts longer. */
const LIFETIME_MS = 30 * DAY_MS;

/** A key that lives as long as the process, and the certificate that the other side is told to trust. */
export interface ServerCertificate {
  readonly der: Uint8Array;
  readonly certificatePem: string;
  readonly keyPem: string;
}

/** A self-signed certificate for a host with a new P-256 key; nothing of it is ever stored. */
export function createCertificate(now = new Date(), host = HOST): ServerCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
  const commonName = new AttributeTypeAndValue({ type: COMMON_NAME, value: new AttributeValue({ utf8String: host }) });
  const name = new Name([new RelativeDistinguishedName([commonName])]);
  const hosts = new SubjectAlternativeName([new GeneralName({ dNSName: host })]);
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: algorithm,
    issuer: name,
    subject: name,
    validity: new Validity({
      notBefore: new Date(now.getTime() - DAY_MS),
      notAfter: new Date(now.getTime() + LIFETIME_MS),
    }),
    subjectPublicKeyInfo: publicKeyInfo(publicKey),
    extensions: new Extensions([
      new Extension({ extnID: id_ce_subjectAltName, extnValue: new OctetString(AsnConvert.serialize(hosts)) }),
    ]),
  });
  const signatureValue = arrayBuffer(sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), privateKey));
  const certificate = new Certificate({ tbsCertificate, signatureAlgorithm: algorithm, signatureValue });
  const der = Buffer.from(AsnConvert.serialize(certificate));
  return {
    der,
    certificatePem: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** Put together rather than parsed: the parser costs a millisecond, and nothing else needs it. */
function publicKeyInfo(publicKey: KeyObject): SubjectPublicKeyInfo {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const uncompressedPoint = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return new SubjectPublicKeyInfo({
    algorithm: new AlgorithmIdentifier({ algorithm: EC_PUBLIC_KEY, parameters: arrayBuffer(P256_PARAMETERS) }),
    subjectPublicKey: arrayBuffer(uncompressedPoint),
  });
}

/** Positive, and with no leading zero byte. */
function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return arrayBuffer(bytes);
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
