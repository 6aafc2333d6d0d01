"""The tables of documents, and of the forms that are filled in."""

from alongside.documents.models.documents import Aside, DeviceSignature, Document, Draft, Return, Signature, Version
from alongside.documents.models.forms import Approval, Edition, Form, Retirement

__all__ = [
    "Approval", "Aside", "DeviceSignature", "Document", "Draft", "Edition", "Form", "Retirement", "Return",
    "Signature", "Version",
]  # fmt: skip
