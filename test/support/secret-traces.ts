import { gunzipSync, inflateRawSync } from 'node:zlib';

/**
 * Ways in which a text may stand in a file: as it is, escaped for a URL or for JSON, as Go does that too, and in base64 at each of
 * its three offsets.
 */
export function formsOf(secret: string): readonly string[] {
  const base64 = [0, 1, 2].map((offset) =>
    // What stands before and after the secret decides the first and last characters.
    Buffer.from(' '.repeat(offset) + secret)
      .toString('base64')
      .slice(offset === 0 ? 0 : offset + 1)
      .replace(/.?={0,2}$/, ''),
  );
  const json = JSON.stringify(secret).slice(1, -1);
  const goJson = json.replace(/[&<>]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  return [...new Set([secret, json, goJson, encodeURIComponent(secret), ...base64])];
}

/** The secrets of which any form stands in the bytes. */
export function tracesIn(bytes: Buffer, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => bytes.includes(form)));
}

const LOCAL_HEADER = Buffer.from('PK\u0003\u0004', 'latin1');

/** The files of a zip archive, such as a plan of terraform, unpacked; what is packed once more is unpacked, too. */
export function unzipped(archive: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = archive.indexOf(LOCAL_HEADER); at >= 0; at = archive.indexOf(LOCAL_HEADER, at + 4)) {
    const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    const isDeflated = archive.readUInt16LE(at + 8) === 8;
    const content = isDeflated ? inflateRawSync(archive.subarray(start)) : archive.subarray(start);
    parts.push(content, ...(content.readUInt16BE(0) === 0x1f8b ? [gunzipSync(content)] : []));
  }
  return Buffer.concat(parts);
}
