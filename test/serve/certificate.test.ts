import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate as AsnCertificate } from '@peculiar/asn1-x509';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createCertificate } from '../../src/serve/certificate';
import { objectIdentifier, tagged } from '../../src/serve/der';

test('the certificate is for localhost, signed by its own key, and valid now', () => {
  const { der, certificatePem, keyPem } = createCertificate();
  const certificate = new X509Certificate(der);
  expect(certificate.toString()).toBe(new X509Certificate(certificatePem).toString());
  expect(certificate.subjectAltName).toBe('DNS:localhost');
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(certificate.subject).toBe('CN=localhost');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(keyPem))).toBe(true);
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + 86_400_000);
});

test('its encoding is the one that an ASN.1 library makes of it', () => {
  for (let round = 0; round < 200; round += 1) {
    const { der } = createCertificate(new Date(Date.UTC(2025, 0, 1 + round)));
    expect(Buffer.from(AsnConvert.serialize(AsnConvert.parse(der, AsnCertificate)))).toEqual(Buffer.from(der));
  }
});

test('two processes never share a key or a serial number', () => {
  const [one, other] = [createCertificate(), createCertificate()];
  expect(one.keyPem).not.toBe(other.keyPem);
  expect(new X509Certificate(one.der).serialNumber).not.toBe(new X509Certificate(other.der).serialNumber);
});

test.each([
  [127, [0x04, 0x7f]],
  [128, [0x04, 0x81, 0x80]],
  [256, [0x04, 0x82, 0x01, 0x00]],
])('a content of %d bytes has the length that X.690 prescribes', (length, header) => {
  expect([...tagged(0x04, new Uint8Array(length)).subarray(0, header.length)]).toEqual(header);
});

test('an object identifier is encoded in base 128', () => {
  expect(objectIdentifier('1.2.840.10045.4.3.2').toString('hex')).toBe('06082a8648ce3d040302');
});
