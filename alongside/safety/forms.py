"""What the forms about working alone ask."""

from django import forms

from alongside.foundation.webkit.fields import Choice, LongText, Ref, said


class WordForm(forms.Form):
    operation = Ref()
    word = Choice(["safe", "more"], says="safety.word.")


class SignalForm(forms.Form):
    operation = Ref()


class AnswerForm(forms.Form):
    words = LongText(most=1_000, label=said("safety.form.words"), widget=forms.Textarea(attrs={"rows": 2}))
