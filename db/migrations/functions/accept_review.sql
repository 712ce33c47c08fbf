-- Puts reviewed lines back into the cart at the prices of now and, where all of them can be had, quotes them anew.
-- Writes: a cart_repriced event; a checkout through start_checkout.
create or replace function app.accept_review(p_turn app.turn, p_review jsonb, p_order_type text) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_review -> 'differences' <> '[]' then
    perform app.record_event(p_turn, 'cart_repriced', jsonb_build_object('lines', p_review -> 'lines'));
  end if;
  if not p_review @? '$.differences[*] ? (@.kind != "price")' then
    perform app.start_checkout(p_turn, p_order_type);
  end if;
end
$$;
