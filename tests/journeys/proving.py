"""Whoever signs shows again who they are: with a password, on the page that asks for it."""

from typing import Any

from playwright.sync_api import Page

from alongside.accounts.models import Account

PASSWORD = "four quiet herons at dusk"


def with_password(world: Any, *who: str) -> None:
    """These of the cast have a password to show."""
    for name in who:
        account = Account.objects.get(pk=world.accounts[name])
        account.set_password(PASSWORD)
        account.save()


def prove(page: Page) -> None:
    """Show again who one is, and come back to where it was asked."""
    page.locator("main a[href*='/account/confirm/']").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="password").click()
    page.wait_for_url(lambda url: "/account/confirm/" not in url)
