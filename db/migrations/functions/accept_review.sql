-- Puts reviewed lines into the cart at the prices of now, where they are not there so already, and quotes them: where all of
-- them can be had and nothing is in the way, as an open checkout; else none stays open. Returns the quote, with its problems.
-- Writes: a cart_repriced event; a checkout through start_checkout.
create or replace function app.accept_review(p_turn app.turn, p_review jsonb, p_order_type text) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_quote jsonb;
begin
  -- What was claimed for an order that is not to be goes back in any case.
  if p_review -> 'differences' <> '[]' or cardinality(app.active_lines(p_turn)) = 0 then
    perform app.record_event(p_turn, 'cart_repriced', jsonb_build_object('lines', p_review -> 'lines'));
  end if;
  v_quote := app.quote(p_turn, app.active_lines(p_turn), p_order_type);
  if v_quote -> 'problems' = '[]' and not p_review @? '$.differences[*] ? (@.kind != "price")' then
    perform app.start_checkout(p_turn, p_order_type, v_quote);
  elsif exists (
    select from hot.session_checkout k
    where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id) then
    perform app.record_event(p_turn, 'cart_repriced', jsonb_build_object('lines', p_review -> 'lines'));
  end if;
  return v_quote;
end
$$;
