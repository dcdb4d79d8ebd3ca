"""Prints the service connector types of the installed ZenML as JSON, in the words of `GET /service_connector_types`.

Types whose cloud libraries are not installed are there too: their modules are loaded with stand-ins for the libraries, which
nothing but the type annotations and the clients use.
"""

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import sys
import types

LIBRARIES = ("azure", "boto3", "botocore", "docker", "google", "kubernetes", "paramiko")
ABSENT = tuple(name for name in LIBRARIES if importlib.util.find_spec(name) is None)


class StandInClass(type):
    """Has every attribute, each a class of its own."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return StandInClass(name, (), {})


class StandInModule(types.ModuleType):
    """Has every attribute."""

    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return StandInClass(name, (), {})


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules of the libraries that are not installed."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.split(".")[0] in ABSENT:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec):
        return StandInModule(spec.name)

    def exec_module(self, module):
        pass


METHOD = (
    "name",
    "auth_method",
    "description",
    "config_schema",
    "min_expiration_seconds",
    "max_expiration_seconds",
    "default_expiration_seconds",
)


def described(connector_type):
    """What the generated code is made from; icons and all but the first paragraphs of descriptions are left out."""
    whole = json.loads(connector_type.model_dump_json())
    methods = [{key: method[key] for key in METHOD} for method in whole["auth_methods"]]
    for method in methods:
        method["description"] = method["description"].strip().split("\n\n")[0]
    return {
        "name": whole["name"],
        "connector_type": whole["connector_type"],
        "auth_methods": methods,
        "resource_types": [
            {"resource_type": kind["resource_type"], "auth_methods": kind["auth_methods"]}
            for kind in whole["resource_types"]
        ],
    }


def main():
    sys.meta_path.append(StandIns())
    # ZenML and the cloud libraries print notices.
    with contextlib.redirect_stdout(sys.stderr):
        import zenml
        from zenml.service_connectors.service_connector_registry import service_connector_registry

        found = service_connector_registry.list_service_connector_types()
    ordered = sorted((described(one) for one in found), key=lambda one: one["connector_type"])
    print(json.dumps({"version": zenml.__version__, "types": ordered}))


main()
