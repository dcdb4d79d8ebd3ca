import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Deletes every object of a bucket, in all its versions. @throws where AWS refuses some, after all were tried */
export async function emptyBucket(client: S3Client, bucket: string): Promise<void> {
  const refusals: string[] = [];
  let page: Partial<ListObjectVersionsCommandOutput> = { IsTruncated: true };
  while (page.IsTruncated === true) {
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, KeyMarker, VersionIdMarker }));
    const { Versions = [], DeleteMarkers = [] } = page;
    const objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (objects.length === 0) continue;
    const request = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: objects, Quiet: true } });
    const { Errors = [] } = await client.send(request);
    refusals.push(...Errors.map(({ Key, Code, Message }) => `${Key}: ${Code} ${Message}`));
  }
  const [first] = refusals;
  if (first !== undefined)
    throw new Error(`${refusals.length} objects of the bucket were not deleted, such as ${first}`);
}
