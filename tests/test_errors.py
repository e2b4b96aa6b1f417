import inspect
import pickle

import pytest

from onrecord import errors


def classes() -> list[type[errors.OnrecordError]]:
    return [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, errors.OnrecordError)]


def test_the_drawing_in_the_docstring_has_every_error():
    drawn = errors.__doc__ or ""
    assert [c.__name__ for c in classes() if c.__name__ not in drawn] == []


@pytest.mark.parametrize("kind", [c for c in classes() if issubclass(c, errors.PageError)])
def test_a_page_error_names_the_page_and_survives_a_process(kind: type[errors.PageError]):
    again = pickle.loads(pickle.dumps(kind("a.html", "no story")))
    assert type(again) is kind
    assert str(again) == "a.html: no story"
