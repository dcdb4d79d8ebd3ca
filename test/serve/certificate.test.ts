import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createCertificate } from '../../src/serve/certificate';

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

test('every certificate can be read and verified, whatever its key and serial number', () => {
  for (let round = 0; round < 100; round += 1) {
    const certificate = new X509Certificate(createCertificate().der);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
  }
});

test('two processes never share a key or a serial number', () => {
  const [one, other] = [createCertificate(), createCertificate()];
  expect(one.keyPem).not.toBe(other.keyPem);
  expect(new X509Certificate(one.der).serialNumber).not.toBe(new X509Certificate(other.der).serialNumber);
});
