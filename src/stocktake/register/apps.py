"""The register as a Django application: its name, and where its models are."""

from django.apps import AppConfig

LABEL = "register"


class RegisterConfig(AppConfig):
    """The application of the register."""

    name = "stocktake.register"
    label = LABEL
    verbose_name = "Register"
