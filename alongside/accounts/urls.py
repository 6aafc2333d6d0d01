"""Addresses of signing in. Written by hand: no page of django-allauth is reachable that is not one of ours.

The names are those that django-allauth goes on to by itself.
"""

from django.urls import path

from alongside.accounts.views import confirming, entering, inviting, own, setting

urlpatterns = [
    path("login/", entering.sign_in, name="account_login"),
    path("login/passkey/", entering.passkey, name="mfa_login_webauthn"),
    path("login/passkey/question/", entering.passkey_question, name="passkey_question"),
    path("login/code/", entering.code, name="mfa_authenticate"),
    path("login/demo/<uuid:account>/", entering.as_demo_person, name="demo_person"),
    path("login/ask/", entering.ask, name="ask_for_a_way_in"),
    path("closed/", entering.closed, name="account_inactive"),
    path("logout/", entering.sign_out, name="account_logout"),
    path("invitation/<str:secret>/", inviting.invitation, name="invitation"),
    path("confirm/", confirming.confirm, name="account_reauthenticate"),
    path("factor/", setting.choose, name="factor"),
    path("factor/app/", setting.app, name="mfa_activate_totp"),
    path("factor/passkey/", setting.passkey, name="mfa_add_webauthn"),
    path("factor/passkey/<int:passkey>/removal/", setting.remove_passkey, name="remove_passkey"),
    path("codes/", setting.recovery_codes, name="mfa_view_recovery_codes"),
    path("password/", own.password, name="account_change_password"),
    path("browsers/ending/", own.end_others, name="end_other_browsers"),
    path("security/", own.overview, name="own_account"),
]
