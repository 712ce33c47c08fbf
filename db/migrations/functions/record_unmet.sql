-- Notes what a customer asked for and could not have: the demand ledger.
-- p_wish: {"words" | "item_id", "reason": not_found | sold_out | not_served | closed | order_type | stock, "quantity"}.
-- Writes: a demand_unmet event.
create or replace function app.record_unmet(p_turn app.turn, p_wish jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.record_event(p_turn, 'demand_unmet', jsonb_build_object(
    'words', left(p_wish ->> 'words', 200), 'item_id', p_wish -> 'item_id', 'reason', p_wish -> 'reason',
    'quantity', p_wish -> 'quantity'));
end
$$;
