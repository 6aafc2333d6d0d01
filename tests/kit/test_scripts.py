"""The scripts of the kit, in a real browser under the product's policy."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


@pytest.fixture
def acts(tab):
    tab.goto("/acts.html")
    return tab


def hands(tab):
    return tab.locator("#t1 button").first


def test_one_tap_records_once_and_says_so(acts, desk):
    hands(acts).click()
    expect(acts.locator("#toast")).to_contain_text("Recorded")
    expect(acts.locator("#t1 .count")).to_have_text("1")
    [(path, body)] = desk.posted
    assert path == "/count" and len(body["operation"]) == 36 and body["at"].endswith("Z")
    expect(acts.locator("#sync")).to_have_text("All saved")


def test_quick_taps_are_all_recorded_in_order(acts, desk):
    for _ in range(5):
        hands(acts).click()
    expect(acts.locator("#t1 .count")).to_have_text("5")
    expect(acts.locator("#sync")).to_have_text("All saved")
    assert desk.counted == 5
    times = [body["at"] for _, body in desk.posted]
    assert times == sorted(times)


def test_an_act_is_tried_again_under_the_same_id(acts, desk):
    desk.answers = [503, 200]
    hands(acts).click()
    expect(acts.locator("#toast")).to_contain_text("Recorded")
    assert len(desk.posted) == 2 and desk.counted == 1


def test_the_number_moves_under_the_thumb_before_the_answer(acts, desk):
    desk.answers = [503, 503, 200]
    hands(acts).click()
    expect(acts.locator("#t1 .count")).to_have_text("1")


def test_a_refusal_without_words_is_said(acts, desk):
    desk.answers = [403]
    hands(acts).click()
    expect(acts.locator("#toast")).to_contain_text("was not recorded")
    assert len(desk.posted) == 1


def test_a_signed_out_tap_waits(acts, desk):
    desk.answers = [401, 200]
    hands(acts).click()
    expect(acts.locator("#toast")).to_contain_text("signed out")
    expect(acts.locator("#toast")).to_contain_text("Recorded")
    assert desk.counted == 1


def test_focus_stays_on_the_tile(acts):
    hands(acts).focus()
    acts.keyboard.press("Enter")
    expect(acts.locator("#t1 .count")).to_have_text("1")
    expect(acts.locator("#toast")).to_contain_text("Recorded")
    expect(hands(acts)).to_be_focused()


def test_without_scripts_a_tap_is_a_plain_post(browser, desk):
    context = browser.new_context(base_url=desk.address, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/acts.html")
    expect(plain.locator("[data-cover]")).to_be_hidden()
    hands(plain).click()
    assert desk.counted == 1
    context.close()


def test_typed_text_comes_back_and_is_dropped_once_saved(acts):
    acts.fill("#words", "He asked for a break.")
    acts.goto("/acts.html")
    expect(acts.locator("#words")).to_have_value("He asked for a break.")
    expect(acts.locator(".kept-text")).to_be_visible()
    acts.route("**/acts.html", lambda route: changed(route, 'data-keep-base="1"', 'data-keep-base="2"'))
    acts.goto("/acts.html")
    expect(acts.locator("#words")).to_have_value("")


def test_typed_text_is_not_shown_to_somebody_else(acts):
    acts.route("**/acts.html", lambda route: changed(route, 'data-actor=""', 'data-actor="rosa"'))
    acts.goto("/acts.html")
    acts.fill("#words", "He asked for a break.")
    acts.unroute("**/acts.html")
    acts.route("**/acts.html", lambda route: changed(route, 'data-actor=""', 'data-actor="imani"'))
    acts.goto("/acts.html")
    expect(acts.locator("#words")).to_have_value("")


def changed(route, old, new):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(old, new))


def test_the_crossed_eye_covers_all_but_the_clock_from_page_to_page(acts):
    eye = acts.locator("[data-cover]")
    eye.click()
    for shown in (acts.locator(".clock"), eye):
        expect(shown).to_be_visible()
    for hidden in (acts.locator("h1"), acts.locator(".name"), acts.locator("#t1")):
        expect(hidden).to_be_hidden()
    acts.goto("/acts.html")
    expect(acts.locator(".name")).to_be_hidden()
    acts.keyboard.press("Escape")
    expect(acts.locator(".name")).to_be_visible()


def test_the_clock_runs_and_a_countdown_stops_at_zero(acts):
    before = acts.locator(".clock").inner_text()
    expect(acts.locator(".clock")).not_to_have_text(before)
    expect(acts.locator("#down")).to_have_text("0:00")


def test_the_clock_stands_still_under_reduced_motion(browser, desk):
    context = browser.new_context(base_url=desk.address, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto("/acts.html")
    assert tab.locator(".clock").inner_text().endswith(":00")
    context.close()


def test_a_dialog_opens_and_gives_focus_back(acts):
    opener = acts.get_by_role("button", name="Open")
    opener.click()
    expect(acts.locator("#sure")).to_be_visible()
    acts.get_by_role("button", name="Keep writing").click()
    expect(acts.locator("#sure")).to_be_hidden()
    expect(opener).to_be_focused()


def test_keys_walk_and_are_listed_and_can_be_switched_off(acts):
    acts.keyboard.press("j")
    expect(acts.get_by_role("link", name="One")).to_be_focused()
    acts.keyboard.press("j")
    expect(acts.get_by_role("link", name="Two")).to_be_focused()
    acts.keyboard.press("?")
    expect(acts.locator("#shortcuts")).to_contain_text("Go to two")
    acts.locator("#shortcuts-on").uncheck()
    acts.keyboard.press("Escape")
    acts.keyboard.press("t")
    assert not acts.url.endswith("#two")


def test_a_key_typed_into_a_field_is_only_text(acts):
    acts.locator("#words").press_sequentially("t?")
    expect(acts.locator("#words")).to_have_value("t?")
    expect(acts.locator("#shortcuts")).to_be_hidden()


def test_arrow_keys_read_out_points_and_level_shows_on_request(tab):
    tab.goto("/graphs.html")
    chart = tab.locator("[data-graph]").first
    chart.locator(".scroll").focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    expect(chart.locator(".readout")).to_have_text("Visit 2, Wed 16 Sep 2026: 5 per hour. Baseline.")
    tab.keyboard.press("End")
    expect(chart.locator(".readout")).to_contain_text("Not signed yet.")
    level = chart.locator(".scroll .level").first
    expect(level).to_have_css("display", "inline")
    chart.get_by_role("checkbox", name="level (median)").uncheck()
    expect(level).to_have_css("display", "none")


def test_level_shows_on_request_without_scripts(browser, desk):
    context = browser.new_context(base_url=desk.address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/graphs.html")
    chart = tab.locator("[data-graph]").first
    chart.get_by_role("checkbox", name="trend").uncheck()
    expect(chart.locator(".scroll .trend").first).to_have_css("display", "none")
    context.close()


def test_the_open_stage_stays_open_on_return(tab):
    tab.goto("/plan.html")
    tab.locator(".stage.s2 summary").click()
    tab.goto("/plan.html")
    expect(tab.locator(".stage.s2")).to_have_attribute("open", "")
    expect(tab.locator(".stage.s3")).not_to_have_attribute("open", "")
