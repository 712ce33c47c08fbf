-- pieces_makeable of one of p_items. p_together: they are wanted together, so those before it come first; else each is
-- judged by itself, beside what else is in the session's cart.
create or replace function app.pieces_of_recipe(
  p_tenant uuid, p_item text, p_session text, p_items text[], p_quantities integer[], p_together boolean
) returns integer
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_before constant integer := array_position(p_items, p_item) - 1;
begin
  if p_together then
    return app.pieces_makeable(p_tenant, p_item, p_session, p_items[:v_before], p_quantities[:v_before]);
  end if;
  return (
    select app.pieces_makeable(p_tenant, p_item, p_session, array_agg(c.item_id), array_agg(c.quantity))
    from hot.session_cart c
    where c.tenant_id = p_tenant and c.session_id = p_session and c.is_active and c.item_id <> p_item);
end
$$;
