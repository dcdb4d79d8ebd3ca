"""Proves a ZenML stack: sets it active, runs a two-step pipeline on it and reads the artifact back.

Prints one line of JSON. Server and key come from ZENML_STORE_URL and ZENML_STORE_API_KEY.
"""

import argparse
import json
import sys

from zenml import pipeline, step
from zenml.client import Client


@step
def make_numbers() -> list:
    return [1, 2, 3, 4]


@step
def add_up(numbers: list) -> int:
    return sum(numbers)


@pipeline(enable_cache=False)
def quickstart_proof() -> None:
    add_up(make_numbers())


def prove(stack: str) -> dict:
    client = Client()
    client.activate_stack(stack)
    run = client.get_pipeline_run(quickstart_proof().id)
    artifact = run.steps["add_up"].outputs["output"][0]
    value = artifact.load()
    if value != 10:
        raise RuntimeError(f"the artifact reads {value}, expected 10")
    return {
        "stackId": str(client.active_stack_model.id),
        "run": run.name,
        "runId": str(run.id),
        "status": str(run.status.value),
        "artifactUri": artifact.uri,
    }


def forget() -> dict:
    client = Client()
    pipelines = client.list_pipelines(name="quickstart_proof").items
    for found in pipelines:
        for run in client.list_pipeline_runs(pipeline_id=found.id, size=1000).items:
            client.delete_pipeline_run(run.id)
        client.delete_pipeline(found.id)
    return {"pipelines": len(pipelines)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stack", help="name or id of the stack to prove")
    parser.add_argument("--forget", action="store_true", help="delete the pipeline of earlier proofs and its runs")
    arguments = parser.parse_args()
    answer = forget() if arguments.forget else prove(arguments.stack)
    print(json.dumps(answer), file=sys.__stdout__)
