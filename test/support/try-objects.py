"""Tries what a service connector lets its users do with objects, with the permissions enforced by moto.

Takes the address of moto, the name of the connector and the bucket, then one ACTION:KEY for each try; prints the answers as JSON:
"ok" or the code of the error.
"""

import json
import sys
import urllib.request

from botocore.exceptions import ClientError
from zenml.client import Client


def enforce(moto: str, unchecked: str) -> None:
    # As a form, which is urllib's default, the body would reach moto empty.
    headers = {"Content-Type": "text/plain"}
    urllib.request.urlopen(urllib.request.Request(f"{moto}/moto-api/reset-auth", unchecked.encode(), headers))


def attempt(s3, action: str, bucket: str, key: str) -> str:
    try:
        if action == "read":
            s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        elif action == "write":
            s3.put_object(Bucket=bucket, Key=key, Body=b"written")
        elif action == "delete":
            s3.delete_object(Bucket=bucket, Key=key)
        else:
            raise ValueError(action)
        return "ok"
    except ClientError as error:
        return error.response["Error"]["Code"]


moto, connector, *tries = sys.argv[1:]
s3 = Client().get_service_connector_client(connector, resource_type="s3-bucket").connect()
enforce(moto, "0")
try:
    answers = {}
    for each in tries:
        action, bucket, key = each.split(":")
        answers[each] = attempt(s3, action, bucket, key)
finally:
    enforce(moto, "inf")
print(json.dumps(answers), file=sys.__stdout__)
