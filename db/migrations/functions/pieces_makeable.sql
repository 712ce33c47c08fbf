-- How many pieces of a dish its ingredients make for a session: of what is left once the open checkouts of others and the
-- pieces of p_beside, which are wanted beside it, have theirs. Null: it has no recipe.
create or replace function app.pieces_makeable(
  p_tenant uuid, p_item text, p_session text, p_beside text[], p_pieces integer[]
) returns integer
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select least(1000000, greatest(0, floor(min((g.quantity - h.amount - b.amount) / r.amount))))::integer
    from cold.recipe r
    join cold.ingredient g on g.tenant_id = r.tenant_id and g.ingredient_id = r.ingredient_id
    cross join lateral (
      select coalesce(sum(x.quantity * o.amount), 0) as amount
      from cold.recipe o
      join cold.stock_hold x on x.tenant_id = o.tenant_id and x.item_id = o.item_id
      where o.tenant_id = p_tenant and o.ingredient_id = r.ingredient_id and x.session_id is distinct from p_session
        and x.expires_at > app.now()) h
    cross join lateral (
      select coalesce(sum(w.pieces * o.amount), 0) as amount
      from unnest(p_beside, p_pieces) as w (item_id, pieces)
      join cold.recipe o on o.tenant_id = p_tenant and o.item_id = w.item_id and o.ingredient_id = r.ingredient_id) b
    where r.tenant_id = p_tenant and r.item_id = p_item having count(*) > 0);
end
$$;
